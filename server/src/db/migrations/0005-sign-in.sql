-- Sign-in. The schema `auth` is better-auth's, in its own names; requests (luoshi_app) reach it through the functions below
-- alone, and only for people of their own tenant.

create schema auth;

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  username text unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean default false
);

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index session_of_user on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index account_of_user on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

create table auth."twoFactor" (
  id text primary key,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  verified boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_of_user on auth."twoFactor" ("userId");

-- Failed sign-ins by account, whether or not there is such an account, so that the answer tells nothing about that.
create table auth.failures (
  account text primary key,
  count integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create function auth.is_of_tenant(sought text) returns boolean language sql stable security definer set search_path = ''
  as $$ select exists (select from public.people p where p.user_id = sought and p.tenant_id = public.current_tenant()) $$;

create function make_sign_in(user_id text, account text, hash text, at timestamptz) returns void language plpgsql security definer set search_path = ''
  as $$ begin
    insert into auth."user" (id, name, email, username, "displayUsername", "createdAt", "updatedAt")
      values (user_id, '', user_id || '@sign-in.invalid', lower(account), account, at, at);
    insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      values (user_id, user_id, 'credential', user_id, hash, at, at);
  end $$;

-- The owner's own forgotten password or a new first one: ends every session and lifts a lock.
create function replace_password(sought text, hash text, at timestamptz) returns void language plpgsql security definer set search_path = ''
  as $$ begin
    if not auth.is_of_tenant(sought) then raise exception 'no such sign-in here'; end if;
    update auth.account set password = hash, "updatedAt" = at where "userId" = sought and "providerId" = 'credential';
    delete from auth.session where "userId" = sought;
    delete from auth.failures f using auth."user" u where u.id = sought and f.account = u.username;
  end $$;

create function end_sessions(sought text) returns void language plpgsql security definer set search_path = ''
  as $$ begin
    if auth.is_of_tenant(sought) then delete from auth.session where "userId" = sought; end if;
  end $$;

create function erase_sign_in(sought text) returns void language plpgsql security definer set search_path = ''
  as $$ begin
    if auth.is_of_tenant(sought) then delete from auth."user" where id = sought; end if;
  end $$;

create function sessions_of(sought text) returns table (id text, user_agent text, address text, created_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = ''
  as $$ select s.id, s."userAgent", s."ipAddress", s."createdAt", s."updatedAt" from auth.session s
        where s."userId" = sought and s."expiresAt" > now() and auth.is_of_tenant(sought) order by s."updatedAt" desc $$;

create function end_session(sought text, session text) returns boolean language plpgsql security definer set search_path = ''
  as $$ begin
    delete from auth.session s where s.id = session and s."userId" = sought and auth.is_of_tenant(sought);
    return found;
  end $$;

create function has_second_factor(sought text) returns boolean language sql stable security definer set search_path = ''
  as $$ select coalesce((select u."twoFactorEnabled" from auth."user" u where u.id = sought and auth.is_of_tenant(sought)), false) $$;

-- A calendar link is made of this and the house's secret, so that it can be shown again and is of no use to who reads the table.
alter table people add column calendar_nonce text;
