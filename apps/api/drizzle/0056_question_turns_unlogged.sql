-- FR-11: what is counted of who asks, and the key of the day it is counted with, come into no backup and no replica.
ALTER TABLE "question_turns" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "question_turn_keys" SET UNLOGGED;
