import { type MutationOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { orpc } from '../ui/api.ts'
import { useNotify } from '../ui/use-notify.ts'

/** A change to the tree: says what is now true, and has the tree read anew whether it was taken or refused. */
export const useUnitChange = <I, O>(
  options: MutationOptions<O, Error, I>,
  after: { readonly says: (input: I) => string; readonly settled: (output: O) => void },
) => {
  const notify = useNotify()
  const queryClient = useQueryClient()
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: orpc.units.key() })
  return useMutation({
    mutationKey: options.mutationKey ?? [],
    ...(options.mutationFn === undefined ? {} : { mutationFn: options.mutationFn }),
    onSuccess: (output, input) => {
      notify.done(after.says(input))
      after.settled(output)
      return refresh()
    },
    onError: refresh,
  })
}
