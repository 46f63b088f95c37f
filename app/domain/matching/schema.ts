import { z } from 'zod'
import { comparators, matchAlertKinds, refusalReasons, savedSearchAlerts } from '#db/schema'
import { figure, labels, lineOf, optionalText, orNull, textOf, typedLabels, uuid } from '../kernel/inputs'
import { sealed } from '../kernel/sealed'

/** A problem to match: text, and targets where the caller has them apart; else they are read from the text. */
export const MatchInput = z.object({
  title: optionalText(200),
  text: textOf(20_000, 4),
  targets: z
    .array(
      z.object({
        name: lineOf(80),
        comparator: z.enum(comparators),
        value: figure,
        value_to: figure.nullish(),
        unit: lineOf(40, 0).default(''),
        must: z.boolean().default(true),
      }),
    )
    .max(20)
    .nullish(),
  limit: z.number().int().min(1).max(50).default(20),
})

const mostWords = 20
/** The most that a search may find at first for changed things to be told apart from known ones. */
export const mostKnown = 500
/** One word says the same as nothing. */
const atLeastTwo = (words: z.ZodType<string[]>) =>
  words.refine((given) => given.length >= 2, { error: 'matching.issue.two_words' })

const group = {
  id: orNull(uuid),
  note: lineOf(80, 0).default(''),
}

export const PutSynonymsInput = z.object({
  ...group,
  words: atLeastTwo(labels(mostWords)),
  active: z.boolean().default(true),
})

/** As a form takes it: the words in one box, and a box that is not checked sends nothing. */
export const SynonymsForm = z.object({
  ...group,
  words: atLeastTwo(typedLabels(mostWords)),
  active: z.boolean().default(false),
})

export const RemoveSynonymsInput = z.object({ id: uuid })

const listing = { listing_kind: z.enum(['achievement', 'capability']), listing_id: uuid }
const share = z.number().min(0).max(1)

export const recordShownInput = z.object({
  challenge_id: uuid,
  listings: z
    .array(
      z.object({
        ...listing,
        rank: z.number().int().min(1).max(1000),
        features: z.object({
          score: z.number(),
          score_without_figures: z.number(),
          must_missed: share,
          must_unknown: share,
          any_must_missed: share,
          wish_missed: share,
          wish_unknown: share,
          same_field: z.boolean(),
        }),
      }),
    )
    .min(1)
    .max(50),
})

export const recordOpenedInput = z.object({ challenge_id: uuid, ...listing })

/** Both sides by their public numbers. */
const pair = { challenge: lineOf(40), listing: lineOf(40) }

export const markNotFitInput = z.object({
  ...pair,
  reason: z.enum(refusalReasons),
  /** For the poser's own people; events keep a digest of it. */
  note: sealed(optionalText(500)),
})

export const undoNotFitInput = z.object(pair)

/** What a standing match tells; words are those of both public texts. */
export const recordMatchAlertsInput = z.object({
  challenge_id: uuid,
  kind: z.enum(matchAlertKinds),
  /** Best first. */
  matches: z
    .array(
      z.object({
        ...listing,
        rank: z.number().int().min(1).max(1000),
        met: z.number().int().min(0).max(100),
        targets: z.number().int().min(0).max(100),
        words: z.array(lineOf(60)).max(5),
      }),
    )
    .min(1)
    .max(50),
})
export type MatchAlertInput = z.output<typeof recordMatchAlertsInput>

/** What somebody looks for is nobody else's business: events keep digests of name and path. */
const searchName = sealed(lineOf(80))
const alerts = z.enum(savedSearchAlerts)

/** `path`: path and query of a list of this site. Saved again, the newer name and alerts hold. */
export const saveSearchInput = z.object({ path: sealed(lineOf(2_000)), name: searchName, alerts })
export const changeSavedSearchInput = z.object({ id: uuid, name: searchName, alerts })
export const removeSavedSearchInput = z.object({ id: uuid })

/** `known`: ids of what the search finds now; null when that is too much to note. */
export const noteKnownHitsInput = z.object({ id: uuid, known: sealed(z.array(uuid).max(mostKnown)).nullable() })

export const recordSavedHitsInput = z.object({
  kind: z.enum(['challenge', 'achievement', 'capability']),
  id: uuid,
  saved_searches: z.array(uuid).min(1).max(500),
})
