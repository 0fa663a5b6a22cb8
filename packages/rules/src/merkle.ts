import { concat, fromHex, toHex } from './bytes.ts'
import { type Hash, sha256 } from './sha256.ts'

/** A digest in hexadecimal. */
export type Digest = string

/** What leads from a leaf to the root: the neighbours on the way up. */
export type MerkleProof = {
  readonly index: number
  readonly size: number
  readonly path: readonly Digest[]
}

/** The root of a tree over records in their order, as in RFC 6962: a leaf can never be passed off as a node. */
export const merkleRoot = (leaves: readonly Uint8Array[], hash: Hash = sha256): Digest => {
  const levels = levelsOf(leaves, hash)
  return toHex(levels.at(-1)?.[0] ?? hash(new Uint8Array()))
}

/** Null where there is no such leaf. */
export const merkleProof = (leaves: readonly Uint8Array[], index: number, hash: Hash = sha256): MerkleProof | null => {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) return null
  const levels = levelsOf(leaves, hash)
  const path = levels.flatMap((level, height) => {
    const neighbour = level[(index >> height) ^ 1]
    return neighbour ? [toHex(neighbour)] : []
  })
  return { index, size: leaves.length, path }
}

/** Whether the leaf stands at its place in the tree with this root. */
export const verifyMerkleProof = (
  leaf: Uint8Array,
  { index, size, path }: MerkleProof,
  root: Digest,
  hash: Hash = sha256,
): boolean => {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false
  let digest = leafDigest(leaf, hash)
  let [place, last, used] = [index, size - 1, 0]
  for (; last > 0; [place, last] = [place >> 1, last >> 1]) {
    if (place === last && place % 2 === 0) continue // without a neighbour it rises as it is
    const neighbour = fromHex(path[used] ?? '-')
    if (!neighbour) return false
    digest = place % 2 === 0 ? nodeDigest(digest, neighbour, hash) : nodeDigest(neighbour, digest, hash)
    used += 1
  }
  return used === path.length && toHex(digest) === root
}

/** A seal over one batch and all before it: changing an old record changes every later seal. The first has no previous. */
export const chainRoot = (previous: Digest | null, root: Digest, hash: Hash = sha256): Digest =>
  toHex(hash(concat(Uint8Array.of(2), fromHex(previous ?? '') ?? new Uint8Array(), fromHex(root) ?? new Uint8Array())))

const leafDigest = (leaf: Uint8Array, hash: Hash): Uint8Array => hash(concat(Uint8Array.of(0), leaf))

const nodeDigest = (left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array =>
  hash(concat(Uint8Array.of(1), left, right))

/** From the leaves' digests up to the root; an odd one out rises as it is, which gives RFC 6962's tree. */
const levelsOf = (leaves: readonly Uint8Array[], hash: Hash): readonly (readonly Uint8Array[])[] => {
  const levels: Uint8Array[][] = [leaves.map(leaf => leafDigest(leaf, hash))]
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    const above: Uint8Array[] = []
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]]
      if (left) above.push(right ? nodeDigest(left, right, hash) : left)
    }
    levels.push(above)
  }
  return levels
}
