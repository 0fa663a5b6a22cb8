-- The audit is sealed in batches: each entry's digest is a leaf of a Merkle tree, each root is chained to the seal before.

create table seals (
  tenant_id uuid not null references tenants,
  number integer not null,
  entries integer not null,
  root text not null,
  -- Over this root and the seal before: knowing the newest one is knowing them all.
  seal text not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, number)
);

create table seal_leaves (
  tenant_id uuid not null references tenants,
  entry_id uuid not null,
  number integer not null,
  position integer not null,
  digest text not null,
  primary key (tenant_id, entry_id),
  unique (tenant_id, number, position),
  foreign key (tenant_id, number) references seals (tenant_id, number)
);

create trigger seals_are_append_only before update or delete on seals for each row execute function refuse_change();
create trigger seal_leaves_are_append_only before update or delete on seal_leaves for each row execute function refuse_change();

call guard('seals');
call guard('seal_leaves');
revoke update, delete on seals, seal_leaves from luoshi_app;
