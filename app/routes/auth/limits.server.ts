import type { Limit } from '~/http/rates.server'

/** 20 a minute from one address. Source: TRUST T12. */
export const byAddress = (act: string, address: string): Limit => ({
  act: `${act}_address`,
  by: address,
  most: 20,
  seconds: 60,
})

/** 5 on one account in a quarter of an hour, whether the account exists or not. Source: TRUST T12. */
export const byAccount = (act: string, email: unknown): Limit => ({
  act: `${act}_account`,
  by: typeof email === 'string' ? email.trim().toLowerCase() : '',
  most: 5,
  seconds: 900,
})
