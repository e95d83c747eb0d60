-- The intake of files: each upload is one row that ends ready or rejected, and never changes again.

create table document_version (
  version_id uuid primary key,
  meeting_id uuid not null,
  uploaded_by uuid,
  file_name text not null,
  grade text,
  state text not null,
  sha256 text,
  size_bytes bigint,
  pages integer,
  page_runs jsonb,
  flags text[],
  rejected_for text,
  created_at timestamptz(3) not null default now(),
  settled_at timestamptz(3),
  constraint document_version_state check (state in ('uploading', 'checking', 'ready', 'rejected')),
  constraint document_version_arrived check (
    state not in ('checking', 'ready') or (sha256 is not null and size_bytes is not null)
  ),
  constraint document_version_bytes check (sha256 ~ '^[0-9a-f]{64}$' and size_bytes > 0),
  constraint document_version_ready check (
    (state = 'ready') = (pages is not null and page_runs is not null and flags is not null)
  ),
  constraint document_version_rejected check ((state = 'rejected') = (rejected_for is not null)),
  constraint document_version_pages check (pages > 0)
);
create index document_version_by_bytes on document_version (sha256);
create index document_version_unsettled on document_version (state)
  where state in ('uploading', 'checking');

-- What was settled stays as it was found: votes and minutes name versions by it.
create function refuse_unsettling() returns trigger language plpgsql as $$
begin
  if old.state in ('ready', 'rejected') then
    raise exception 'a settled version does not change' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger document_version_settled before update on document_version
  for each row execute function refuse_unsettling();

-- What a page says, NFC; it belongs to the bytes, so that equal uploads share it.
create table page_text (
  sha256 text not null,
  page integer not null,
  content text not null,
  primary key (sha256, page),
  constraint page_text_page check (page > 0)
);
