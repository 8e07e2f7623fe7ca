import { expect, test } from 'vitest';
import { verdictOf } from '../../scripts/audit/verdict.ts';

const report = (...severities: string[]): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      severities.map((severity, i) => [`p${i}`, { name: `p${i}`, severity, range: '<2' }]),
    ),
  });

test.each([
  ['nothing known', report(), { kind: 'clean' }],
  ['a small fault', report('low', 'moderate'), { kind: 'clean' }],
  ['a grave one', report('low', 'high'), { kind: 'found', packages: ['p1 <2: high'] }],
  ['a worse one', report('critical'), { kind: 'found', packages: ['p0 <2: critical'] }],
  ['a registry without audits', '{"message":"405","statusCode":405}', { kind: 'unknown' }],
  ['no network', 'npm error network', { kind: 'unknown' }],
  ['no npm at all', '', { kind: 'unknown' }],
])('an audit is read: %s', (_what, output, verdict) => {
  expect(verdictOf(output)).toEqual(verdict);
});
