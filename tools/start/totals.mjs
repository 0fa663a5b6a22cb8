export const noTests = { passed: 0, failed: 0, skipped: 0 }

export const sum = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/**
 * What a run of vitest amounted to, from its JSON report. A file that could not be loaded counts as one failure, and so
 * does a run that failed though no test did (an error between tests, or no report at all).
 */
export const totalsOf = (report, status) => {
  const passed = report?.numPassedTests ?? 0
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const brokenFiles = (report?.testResults ?? []).filter(
    file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
  )
  const failed = (report?.numFailedTests ?? 0) + brokenFiles.length
  return { passed, skipped, failed: status !== 0 && failed === 0 ? 1 : failed }
}
