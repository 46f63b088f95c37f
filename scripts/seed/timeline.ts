import type { Database } from '#db/client'
import type { CommandRunner } from '~/domain/command/run.server'
import type { DemoKey } from '~/domain/identity/demo-parts'
import type { PersonActor } from '~/domain/kernel/actor'

/** What a step of the demo's story works with. */
export interface StoryContext {
  db: Database
  commands: CommandRunner
  as(key: DemoKey): Promise<PersonActor>
}

/** Something that happened so many days before the present. Steps run in order, with the business clock set to their day. */
export interface StoryStep {
  daysAgo: number
  run(story: StoryContext): Promise<void>
}
