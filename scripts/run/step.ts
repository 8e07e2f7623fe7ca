import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface Step {
  readonly name: string;
  /** A program of this project (in `node_modules/.bin`) with its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Shows what the program prints even when all is well: a table that is worth reading. */
  readonly shown?: boolean;
}

interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

function runProgram({ command: [program, ...args], env }: Step): Promise<Ended> {
  return new Promise((resolve) => {
    const running = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    const parts: Buffer[] = [];
    running.stdout.on('data', (part: Buffer) => parts.push(part));
    running.stderr.on('data', (part: Buffer) => parts.push(part));
    running.on('error', (error) => resolve({ ok: false, output: error.message }));
    running.on('close', (code) => {
      resolve({ ok: code === 0, output: Buffer.concat(parts).toString() });
    });
  });
}

/** Runs one step and says how it went. What the program printed is shown when it failed. */
export async function runStep(step: Step): Promise<boolean> {
  const startedAt = performance.now();
  const { ok, output } = await runProgram(step);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`${ok ? '✓' : '✗'} ${step.name.padEnd(16)} ${seconds} s`);
  if (!ok || step.shown) console.log(output.trimEnd());
  return ok;
}
