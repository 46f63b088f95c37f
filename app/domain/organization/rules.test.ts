import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberRole, OrganizationState } from '#db/schema'
import type { PersonActor } from '../kernel/actor'
import { clockActor, visitor } from '../kernel/actor'
import { mayEdit, mayOwn, mayRead, mayReview } from './access'
import { regionName, regions } from './regions'
import { areRelated, organizationLife } from './rules'

const organization = (state: OrganizationState, members: Record<string, MemberRole> = {}) => ({
  id: 'o1',
  state,
  members: Object.entries(members).map(([personId, role]) => ({ personId, role })),
})

const person = (personId: string, more: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId,
  name: personId,
  organization: null,
  staff: new Set(),
  token: null,
  ...more,
})
const reviewer = person('r', { staff: new Set(['reviewer']) })

describe('the life of an organisation', () => {
  it('goes from draft to verified, or back with a reason and again', () => {
    const reached = (state: OrganizationState) =>
      Object.entries(organizationLife[state]).map(([event, to]) => `${event} → ${to.to} by ${to.by}`)
    expect(reached('draft')).toEqual(['submit → submitted by owner'])
    expect(reached('submitted')).toEqual(['verify → verified by reviewer', 'return → returned by reviewer'])
    expect(reached('returned')).toEqual(['submit → submitted by owner'])
    expect(reached('verified')).toEqual([])
  })

  it('begins only with somebody to ask', () => {
    const guard = organizationLife.draft.submit?.guard
    const facts = { id: 'o1', state: 'draft' as const, contactName: '张工', contactPhone: '' }
    expect(guard?.(facts, new Date())).toMatchObject({ yes: false, reason: 'organization.refusal.no_contact' })
    expect(guard?.({ ...facts, contactPhone: '0571-1' }, new Date())).toEqual({ yes: true })
  })
})

describe('related parties', () => {
  const one = { code: 'A', controller: 'H' }
  it('have the same controller, or one controls the other', () => {
    expect(areRelated(one, { code: 'B', controller: 'H' })).toBe(true)
    expect(areRelated(one, { code: 'H', controller: null })).toBe(true)
    expect(areRelated({ code: 'A', controller: null }, { code: 'B', controller: 'A' })).toBe(true)
    expect(areRelated(one, { ...one, controller: null })).toBe(true)
    expect(areRelated({ code: 'A', controller: '江芯控股' }, { code: 'B', controller: ' 江芯 控股' })).toBe(true)
  })

  it('are not those who merely have no controller', () => {
    expect(areRelated({ code: 'A', controller: null }, { code: 'B', controller: null })).toBe(false)
    expect(areRelated({ code: 'A', controller: '' }, { code: 'B', controller: ' ' })).toBe(false)
    expect(areRelated(one, { code: 'B', controller: 'K' })).toBe(false)
  })

  it('are so in both directions', () => {
    const any = fc.record({
      code: fc.constantFrom('A', 'B', 'C'),
      controller: fc.option(fc.constantFrom('A', 'B', 'C', 'H')),
    })
    fc.assert(fc.property(any, any, (first, second) => areRelated(first, second) === areRelated(second, first)))
  })
})

describe('access to an organisation', () => {
  it('is the business of its members, each as far as the role goes', () => {
    const ours = organization('draft', { o: 'owner', e: 'editor', v: 'viewer' })
    expect(mayOwn(person('o'), ours)).toEqual({ yes: true })
    expect(mayEdit(person('e'), ours)).toEqual({ yes: true })
    expect(mayOwn(person('e'), ours)).toMatchObject({ reason: 'organization.refusal.not_owner', hidden: false })
    expect(mayEdit(person('v'), ours)).toMatchObject({ reason: 'errors.refusal.viewer' })
    expect(mayRead(person('v'), ours)).toEqual({ yes: true })
    expect(mayRead(person('x'), ours)).toMatchObject({ hidden: true })
    expect(mayRead(visitor, ours)).toMatchObject({ reason: 'errors.refusal.not_signed_in' })
    expect(mayRead(clockActor, ours)).toMatchObject({ hidden: true })
  })

  it('is not given to a token that was made for another organisation', () => {
    const ours = organization('draft', { o: 'owner' })
    expect(mayEdit(person('o', { token: { id: 't', scopes: ['*'] } }), ours)).toMatchObject({ hidden: true })
  })

  it('shows a reviewer what was submitted, never a draft', () => {
    expect(mayRead(reviewer, organization('submitted'))).toEqual({ yes: true })
    expect(mayRead(reviewer, organization('draft'))).toMatchObject({ hidden: true })
    expect(mayReview(reviewer, organization('draft'))).toMatchObject({ hidden: true })
    expect(mayReview(person('x'), organization('submitted'))).toMatchObject({ hidden: true })
  })

  it('keeps reviewers from their own, in any role', () => {
    for (const role of ['owner', 'editor', 'viewer'] as const) {
      expect(mayReview(reviewer, organization('submitted', { r: role }))).toMatchObject({
        reason: 'organization.refusal.own_organization',
      })
    }
  })
})

describe('regions', () => {
  it('have one code each, and names that finer codes fall back to', () => {
    expect(new Set(regions.map((each) => each.code)).size).toBe(regions.length)
    expect(regionName('330108', 'zh-CN')).toBe('杭州市滨江区')
    expect(regionName('330212', 'en')).toBe('Ningbo, Zhejiang')
    expect(regionName('320505', 'zh-CN')).toBe('江苏省')
    expect(regionName('999999', 'en')).toBe('999999')
  })
})
