-- People, their accounts, sessions and passkeys.

create table person (
  person_id uuid primary key,
  name text not null,
  created_at timestamptz(3) not null default now(),
  constraint person_name check (name <> '')
);

create table account (
  person_id uuid primary key references person (person_id),
  user_name text not null,
  password_hash text,
  administrator boolean not null default false,
  created_at timestamptz(3) not null default now(),
  constraint account_user_name_unique unique (user_name),
  constraint account_user_name check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  constraint account_password_hash check (password_hash like '$argon2id$%')
);

create table demo_person (
  person_id uuid primary key references account (person_id),
  title jsonb not null,
  role text not null,
  "column" text not null,
  "order" integer not null,
  constraint demo_person_column check ("column" in ('members', 'office', 'others'))
);

create table session (
  session_id text primary key,
  person_id uuid not null references account (person_id),
  via text not null,
  started_at timestamptz(3) not null default now(),
  seen_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  address text not null,
  device text not null,
  constraint session_id_is_hash check (session_id ~ '^[0-9a-f]{64}$'),
  constraint session_via check (via in ('password', 'passkey', 'demo')),
  constraint session_within_its_end check (expires_at <= ends_at)
);
create index session_by_person on session (person_id);
create index session_by_expiry on session (expires_at);

-- Every node hears of every end, whoever caused it: sign-out, the sweep of expired ones, an administrator's SQL.
create function announce_session_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('session_ended', old.session_id);
  return null;
end
$$;
create trigger session_end after delete on session
  for each row execute function announce_session_end();

create table passkey (
  credential_id text primary key,
  person_id uuid not null references account (person_id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  device text not null,
  created_at timestamptz(3) not null default now(),
  used_at timestamptz(3),
  constraint passkey_counter check (counter >= 0)
);
create index passkey_by_person on passkey (person_id);

create table challenge (
  challenge text primary key,
  purpose text not null,
  person_id uuid references account (person_id),
  expires_at timestamptz(3) not null,
  constraint challenge_purpose check (purpose in ('register', 'sign_in')),
  constraint challenge_person check ((purpose = 'register') = (person_id is not null))
);
create index challenge_by_expiry on challenge (expires_at);

create table sign_in_attempt (
  scope text not null,
  key text not null,
  level double precision not null,
  at timestamptz(3) not null default now(),
  primary key (scope, key),
  constraint sign_in_attempt_scope
    check (scope in ('address', 'account', 'account_at_address', 'known_place'))
);
create index sign_in_attempt_by_time on sign_in_attempt (at);
