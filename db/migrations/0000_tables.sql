CREATE TABLE "agenda_item" (
	"item_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"parent_id" uuid,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"purpose" text NOT NULL,
	"treatment" text NOT NULL,
	"closed" boolean NOT NULL,
	"grade" text,
	"lead_agency" text,
	"presenter" jsonb,
	"minutes" integer NOT NULL,
	"open_to_observers" boolean NOT NULL,
	"edition" integer NOT NULL,
	"course" text NOT NULL,
	"outcome" text,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "agenda_item_minutes" CHECK ("agenda_item"."minutes" between 0 and 600),
	CONSTRAINT "agenda_item_parent" CHECK ("agenda_item"."parent_id" <> "agenda_item"."item_id"),
	CONSTRAINT "agenda_item_course" CHECK ("agenda_item"."course" in ('planned', 'current', 'suspended', 'concluded', 'postponed', 'withdrawn')),
	CONSTRAINT "agenda_item_outcome" CHECK (("agenda_item"."course" = 'concluded') = ("agenda_item"."outcome" is not null)),
	CONSTRAINT "agenda_item_settled" CHECK (("agenda_item"."course" in ('concluded', 'postponed', 'withdrawn')) = ("agenda_item"."settled_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "participant" (
	"meeting_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" jsonb NOT NULL,
	"capacity" text NOT NULL,
	"membership_id" uuid,
	"items" jsonb NOT NULL,
	"invitation" text NOT NULL,
	"invitation_at" timestamp(3) with time zone,
	"presence" text NOT NULL,
	"presence_at" timestamp(3) with time zone,
	CONSTRAINT "participant_meeting_id_invitation_id_pk" PRIMARY KEY("meeting_id","invitation_id"),
	CONSTRAINT "participant_capacity" CHECK ("participant"."capacity" in ('member', 'substitute', 'rapporteur', 'invitee', 'observer')),
	CONSTRAINT "participant_seat" CHECK (("participant"."capacity" in ('member', 'substitute')) = ("participant"."membership_id" is not null)),
	CONSTRAINT "participant_invitation" CHECK ("participant"."invitation" in ('not_sent', 'sent', 'confirmed', 'absence_requested', 'absence_granted', 'absence_refused', 'substitute_named')),
	CONSTRAINT "participant_invited" CHECK (("participant"."invitation" = 'not_sent') = ("participant"."invitation_at" is null)),
	CONSTRAINT "participant_presence" CHECK ("participant"."presence" in ('expected', 'room', 'remote', 'away', 'left')),
	CONSTRAINT "participant_arrived" CHECK (("participant"."presence" = 'expected') = ("participant"."presence_at" is null))
);
--> statement-breakpoint
CREATE TABLE "ballot" (
	"ballot_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"question" jsonb NOT NULL,
	"state" text NOT NULL,
	"terms" jsonb,
	"opened_at" timestamp(3) with time zone,
	"closes_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"declared_at" timestamp(3) with time zone,
	"result" jsonb,
	CONSTRAINT "ballot_state" CHECK ("ballot"."state" in ('prepared', 'open', 'closed', 'declared', 'void')),
	CONSTRAINT "ballot_opened" CHECK (("ballot"."state" = 'prepared') = ("ballot"."opened_at" is null) and ("ballot"."opened_at" is null) = ("ballot"."terms" is null)),
	CONSTRAINT "ballot_closed" CHECK (("ballot"."closed_at" is null) = ("ballot"."result" is null) and ("ballot"."state" not in ('closed', 'declared') or "ballot"."closed_at" is not null) and ("ballot"."state" not in ('prepared', 'open') or "ballot"."closed_at" is null)),
	CONSTRAINT "ballot_declared" CHECK (("ballot"."state" = 'declared') = ("ballot"."declared_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "ballot_roll" (
	"ballot_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"name" text NOT NULL,
	"order" integer NOT NULL,
	"head" boolean NOT NULL,
	"presides" boolean NOT NULL,
	"present" boolean NOT NULL,
	CONSTRAINT "ballot_roll_ballot_id_person_id_pk" PRIMARY KEY("ballot_id","person_id"),
	CONSTRAINT "ballot_roll_seat" UNIQUE("ballot_id","membership_id")
);
--> statement-breakpoint
CREATE TABLE "vote" (
	"ballot_id" uuid NOT NULL,
	"voter" uuid NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "vote_ballot_id_voter_pk" PRIMARY KEY("ballot_id","voter"),
	CONSTRAINT "vote_hash" CHECK ("vote"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "vote_answer" CHECK ("vote"."answer" in ('yes', 'no', 'abstain'))
);
--> statement-breakpoint
CREATE TABLE "agency" (
	"agency_id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"merged_into" uuid,
	CONSTRAINT "agency_term" CHECK ("agency"."from_day" <= "agency"."to_day"),
	CONSTRAINT "agency_merger" CHECK ("agency"."merged_into" is null or "agency"."to_day" is not null),
	CONSTRAINT "agency_kind" CHECK ("agency"."kind" in ('ministry', 'province', 'office', 'department', 'other'))
);
--> statement-breakpoint
CREATE TABLE "body" (
	"body_id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"name" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"rules" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"membership_id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" jsonb NOT NULL,
	"role" text NOT NULL,
	"order" integer NOT NULL,
	"voting_right" boolean NOT NULL,
	"agency_id" uuid,
	"from_day" date NOT NULL,
	"to_day" date,
	CONSTRAINT "membership_term" CHECK ("membership"."from_day" <= "membership"."to_day"),
	CONSTRAINT "membership_role" CHECK ("membership"."role" in ('chair', 'vice_chair', 'member')),
	CONSTRAINT "membership_order" CHECK ("membership"."order" >= 1)
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"grant_id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"title" jsonb NOT NULL,
	"role" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	CONSTRAINT "role_grant_term" CHECK ("role_grant"."from_day" <= "role_grant"."to_day")
);
--> statement-breakpoint
CREATE TABLE "document_version" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"uploaded_by" uuid,
	"file_name" text NOT NULL,
	"grade" text,
	"state" text NOT NULL,
	"sha256" text,
	"size_bytes" bigint,
	"pages" integer,
	"page_runs" jsonb,
	"flags" text[],
	"rejected_for" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "document_version_arrived" CHECK ("document_version"."state" not in ('checking', 'ready') or ("document_version"."sha256" is not null and "document_version"."size_bytes" is not null)),
	CONSTRAINT "document_version_bytes" CHECK ("document_version"."sha256" ~ '^[0-9a-f]{64}$' and "document_version"."size_bytes" > 0),
	CONSTRAINT "document_version_ready" CHECK (("document_version"."state" = 'ready') = ("document_version"."pages" is not null and "document_version"."page_runs" is not null and "document_version"."flags" is not null)),
	CONSTRAINT "document_version_rejected" CHECK (("document_version"."state" = 'rejected') = ("document_version"."rejected_for" is not null)),
	CONSTRAINT "document_version_state" CHECK ("document_version"."state" in ('uploading', 'checking', 'ready', 'rejected')),
	CONSTRAINT "document_version_pages" CHECK ("document_version"."pages" > 0)
);
--> statement-breakpoint
CREATE TABLE "page_text" (
	"sha256" text NOT NULL,
	"page" integer NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "page_text_sha256_page_pk" PRIMARY KEY("sha256","page"),
	CONSTRAINT "page_text_page" CHECK ("page_text"."page" > 0)
);
--> statement-breakpoint
CREATE TABLE "command_answer" (
	"command_id" uuid PRIMARY KEY NOT NULL,
	"payload_hash" "bytea" NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "command_answer_hash" CHECK (octet_length("command_answer"."payload_hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "journal_stream_seq_pk" PRIMARY KEY("stream","seq"),
	CONSTRAINT "journal_seq" CHECK ("journal"."seq" >= 1),
	CONSTRAINT "journal_hash" CHECK (octet_length("journal"."hash") = 32),
	CONSTRAINT "journal_prev_hash" CHECK (octet_length("journal"."prev_hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "journal_sealed" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"salt" "bytea" NOT NULL,
	"payload" text NOT NULL,
	CONSTRAINT "journal_sealed_stream_seq_pk" PRIMARY KEY("stream","seq"),
	CONSTRAINT "journal_sealed_salt" CHECK (octet_length("journal_sealed"."salt") >= 16)
);
--> statement-breakpoint
CREATE TABLE "stream_head" (
	"stream" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"body_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"kind" text NOT NULL,
	"form" text NOT NULL,
	"authority" text NOT NULL,
	"starts_at" timestamp(3) with time zone NOT NULL,
	"ends_at" timestamp(3) with time zone NOT NULL,
	"place" text NOT NULL,
	"phase" text NOT NULL,
	"revision" integer NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "meeting_time" CHECK ("meeting"."starts_at" < "meeting"."ends_at"),
	CONSTRAINT "meeting_revision" CHECK ("meeting"."revision" >= 0),
	CONSTRAINT "meeting_kind" CHECK ("meeting"."kind" in ('regular', 'thematic', 'extraordinary', 'standing', 'working', 'conference')),
	CONSTRAINT "meeting_form" CHECK ("meeting"."form" in ('room', 'online', 'hybrid')),
	CONSTRAINT "meeting_authority" CHECK ("meeting"."authority" in ('decides', 'advises')),
	CONSTRAINT "meeting_phase" CHECK ("meeting"."phase" in ('draft', 'awaiting_approval', 'sent_back', 'approved', 'published', 'in_session', 'suspended', 'closed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "meeting_revision" (
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "meeting_revision_meeting_id_number_pk" PRIMARY KEY("meeting_id","number"),
	CONSTRAINT "meeting_revision_number" CHECK ("meeting_revision"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "paper" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"grade" text,
	"copies" integer,
	CONSTRAINT "paper_copies" CHECK ("paper"."copies" >= 1)
);
--> statement-breakpoint
CREATE TABLE "paper_version" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"attached_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "paper_version_number" UNIQUE("document_id","number"),
	CONSTRAINT "paper_version_counts" CHECK ("paper_version"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "account" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"password_hash" text,
	"administrator" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_user_name_unique" UNIQUE("user_name"),
	CONSTRAINT "account_user_name" CHECK ("account"."user_name" ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
	CONSTRAINT "account_password_hash" CHECK ("account"."password_hash" like '$argon2id$%')
);
--> statement-breakpoint
CREATE TABLE "demo_person" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"role" text NOT NULL,
	"column" text NOT NULL,
	"order" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_name" CHECK ("person"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "challenge" (
	"challenge" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "challenge_person" CHECK (("challenge"."purpose" = 'register') = ("challenge"."person_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"credential_id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"synced" boolean NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "passkey_counter" CHECK ("passkey"."counter" >= 0)
);
--> statement-breakpoint
CREATE TABLE "session" (
	"session_id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"via" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"address" text NOT NULL,
	"device" text NOT NULL,
	CONSTRAINT "session_id_is_hash" CHECK ("session"."session_id" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "session_via" CHECK ("session"."via" in ('password', 'passkey', 'demo')),
	CONSTRAINT "session_within_its_end" CHECK ("session"."expires_at" <= "session"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"level" double precision NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_attempt_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_meeting_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_parent_id_agenda_item_item_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."agenda_item"("item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_meeting_id_meeting_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_meeting_id_meeting_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_item_id_agenda_item_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_roll" ADD CONSTRAINT "ballot_roll_ballot_id_ballot_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("ballot_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_ballot_id_voter_ballot_roll_ballot_id_person_id_fk" FOREIGN KEY ("ballot_id","voter") REFERENCES "public"."ballot_roll"("ballot_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency" ADD CONSTRAINT "agency_body_id_body_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agency" ADD CONSTRAINT "agency_merged_into_agency_agency_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_parent_id_body_body_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."body"("body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_body_id_body_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_agency_id_agency_agency_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agency"("agency_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_body_id_body_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_sealed" ADD CONSTRAINT "journal_sealed_stream_seq_journal_stream_seq_fk" FOREIGN KEY ("stream","seq") REFERENCES "public"."journal"("stream","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_head" ADD CONSTRAINT "stream_head_stream_seq_journal_stream_seq_fk" FOREIGN KEY ("stream","seq") REFERENCES "public"."journal"("stream","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_body_id_body_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("body_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_revision" ADD CONSTRAINT "meeting_revision_meeting_id_meeting_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_meeting_id_meeting_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_item_id_agenda_item_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_item"("item_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_version" ADD CONSTRAINT "paper_version_version_id_document_version_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_version"("version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_version" ADD CONSTRAINT "paper_version_document_id_paper_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."paper"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo_person" ADD CONSTRAINT "demo_person_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_account_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."account"("person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_item_by_meeting" ON "agenda_item" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "participant_by_person" ON "participant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ballot_by_meeting" ON "ballot" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "membership_by_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_grant_by_person" ON "role_grant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "document_version_by_bytes" ON "document_version" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "document_version_unsettled" ON "document_version" USING btree ("state") WHERE "document_version"."state" in ('uploading', 'checking');--> statement-breakpoint
CREATE INDEX "journal_by_time" ON "journal" USING btree ("at");--> statement-breakpoint
CREATE INDEX "meeting_by_body" ON "meeting" USING btree ("body_id","starts_at");--> statement-breakpoint
CREATE INDEX "paper_by_meeting" ON "paper" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "paper_by_item" ON "paper" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "challenge_by_expiry" ON "challenge" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "passkey_by_person" ON "passkey" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_by_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_by_expiry" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_by_time" ON "sign_in_attempt" USING btree ("at");