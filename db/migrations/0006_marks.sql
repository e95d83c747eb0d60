CREATE TABLE "mark_channel" (
	"channel" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mark_channel_channel_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"meeting_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"layer" text NOT NULL,
	"of" uuid,
	CONSTRAINT "mark_channel_once" UNIQUE NULLS NOT DISTINCT("document_id","layer","of"),
	CONSTRAINT "mark_channel_layer" CHECK ("mark_channel"."layer" in ('private', 'office', 'shared')),
	CONSTRAINT "mark_channel_of" CHECK (("mark_channel"."layer" = 'shared') = ("mark_channel"."of" is null))
);
--> statement-breakpoint
CREATE TABLE "mark_client" (
	"channel" bigint NOT NULL,
	"owner" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"author" uuid NOT NULL,
	"clock" bigint NOT NULL,
	CONSTRAINT "mark_client_channel_owner_client_id_pk" PRIMARY KEY("channel","owner","client_id")
);
--> statement-breakpoint
CREATE TABLE "mark_snapshot" (
	"channel" bigint NOT NULL,
	"owner" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"marks" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"places" text NOT NULL,
	CONSTRAINT "mark_snapshot_channel_owner_pk" PRIMARY KEY("channel","owner")
);
--> statement-breakpoint
CREATE TABLE "mark_update" (
	"channel" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"owner" uuid NOT NULL,
	"author" uuid NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "mark_update_channel_seq_pk" PRIMARY KEY("channel","seq"),
	CONSTRAINT "mark_update_seq" CHECK ("mark_update"."seq" > 0),
	CONSTRAINT "mark_update_bytes" CHECK (octet_length("mark_update"."bytes") between 1 and 65536)
);
--> statement-breakpoint
CREATE TABLE "office_staff" (
	"member_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"named_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "office_staff_member_id_person_id_pk" PRIMARY KEY("member_id","person_id"),
	CONSTRAINT "office_staff_others" CHECK ("office_staff"."member_id" <> "office_staff"."person_id")
);
