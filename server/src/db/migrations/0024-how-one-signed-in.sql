-- Who comes by the county's own sign-in used no password of ours: one that is due to be changed is none of their business.
alter table auth.session add column "signedInBy" text not null default 'password';
