ALTER TABLE "reading" ADD COLUMN "served_sha256" text;--> statement-breakpoint
ALTER TABLE "reading" ADD COLUMN "served_bytes" bigint;--> statement-breakpoint
ALTER TABLE "reading" ADD CONSTRAINT "reading_served" CHECK (("reading"."served_sha256" is null) = ("reading"."served_bytes" is null));