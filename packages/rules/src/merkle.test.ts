import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHex, toHex, utf8 } from './bytes.ts'
import { chainRoot, merkleProof, merkleRoot, verifyMerkleProof } from './merkle.ts'

/** The eight leaves of the reference tests for certificate logs. */
const logLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(text => fromHex(text) ?? new Uint8Array())

describe('the root', () => {
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('over %d leaves is that of RFC 6962', (size, root) => {
    expect(merkleRoot(logLeaves.slice(0, size))).toBe(root)
  })

  test('changes with any single byte, any order and any loss', () => {
    const leaves = ['甲', '乙', '丙', '丁', '戊'].map(utf8)
    const root = merkleRoot(leaves)
    expect(merkleRoot(leaves.toReversed())).not.toBe(root)
    expect(merkleRoot(leaves.slice(1))).not.toBe(root)
    for (const [index, leaf] of leaves.entries()) {
      const changed = leaves.with(index, leaf.with(0, (leaf[0] ?? 0) ^ 1))
      expect(merkleRoot(changed)).not.toBe(root)
    }
  })
})

test('every leaf proves its place and no other', () => {
  const leaves = fc.array(fc.uint8Array({ maxLength: 6 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(leaves, fc.nat(), fc.nat(), (records, one, other) => {
      const [index, place] = [one % records.length, other % records.length]
      const leaf = records[index] ?? new Uint8Array()
      const root = merkleRoot(records)
      const proof = merkleProof(records, index)
      expect(proof && verifyMerkleProof(leaf, proof, root)).toBe(true)
      expect(proof && verifyMerkleProof(Uint8Array.of(...leaf, 7), proof, root)).toBe(false)
      // Equal records may well trade places.
      const there = toHex(records[place] ?? new Uint8Array())
      if (there !== toHex(leaf)) expect(proof && verifyMerkleProof(leaf, { ...proof, index: place }, root)).toBe(false)
      expect(proof && verifyMerkleProof(leaf, { ...proof, path: [...proof.path, root] }, root)).toBe(false)
    }),
  )
})

test('there is no proof of a leaf that is not there', () => {
  expect([merkleProof([], 0), merkleProof(logLeaves, 8), merkleProof(logLeaves, -1)]).toEqual([null, null, null])
  expect(verifyMerkleProof(utf8('甲'), { index: 3, size: 3, path: [] }, merkleRoot([utf8('甲')]))).toBe(false)
})

test('a chain of seals breaks where a root was changed, and ever after', () => {
  const chain = (roots: readonly string[]): readonly string[] => {
    const seals: string[] = []
    for (const root of roots) seals.push(chainRoot(seals.at(-1) ?? null, root))
    return seals
  }
  const roots = ['甲', '乙', '丙', '丁'].map(text => merkleRoot([utf8(text)]))
  const [sealed, forged] = [chain(roots), chain(roots.with(1, merkleRoot([utf8('假')])))]
  expect(sealed.map((seal, index) => seal === forged[index])).toEqual([true, false, false, false])
})
