import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The address at which all find the site, the rendezvous, STUN and TURN. (A block kept for examples.) */
export const PUBLIC = '203.0.113.1';

/** How a place reaches the internet. */
export interface Place {
  /** For the table. */
  readonly name: string;
  /**
   * `port-restricted`: one outer port for all, answers only from whom was written to; most homes.
   * `full-cone`: one outer port, open to all. `symmetric`: another port for each destination.
   */
  readonly nat: 'port-restricted' | 'full-cone' | 'symmetric';
  readonly blocksUdp?: boolean;
  readonly line?: { readonly delay: number; readonly loss: number };
}

/** Why there is no lab on this machine, in one sentence; `null` where there can be one. */
export function whyNoLab(): string | null {
  if (process.platform !== 'linux') return 'network namespaces exist on Linux only';
  if (process.getuid?.() !== 0) return 'only root may make network namespaces';
  for (const tool of ['ip', 'nft', 'perl']) {
    if (spawnSync(tool, ['-V']).error !== undefined) return `${tool} is not installed`;
  }
  const probe = `askwell-${process.pid}-probe`;
  const { status } = spawnSync('ip', ['netns', 'add', probe]);
  if (status !== 0) return 'this machine does not let us make network namespaces';
  spawnSync('ip', ['netns', 'delete', probe]);
  return null;
}

/** Network namespaces with routers between them. Everything in it is gone when it closes. */
export class Lab {
  readonly folder = mkdtempSync(join(tmpdir(), 'askwell-network-'));
  readonly #prefix = `askwell-${process.pid}-`;
  readonly #made: string[] = [];
  readonly #running: ChildProcess[] = [];
  readonly #addresses = new Map<string, string>();
  #places = 0;

  constructor() {
    this.#namespace('public');
    this.run('public', 'ip', 'address', 'add', `${PUBLIC}/32`, 'dev', 'lo');
  }

  /** Builds a place behind a router of its own. Programs run in it under its name. */
  async build(name: string, place: Place): Promise<void> {
    this.#places += 1;
    const router = `${name}-router`;
    const [outer, far] = [
      `198.51.100.${this.#places * 4 + 2}`,
      `198.51.100.${this.#places * 4 + 1}`,
    ];
    const home = `192.168.${this.#places}`;
    this.#namespace(router);
    this.#namespace(name);
    await this.#uplink(router, outer, far, place);

    this.run(router, 'ip', 'link', 'add', 'in', 'type', 'veth', 'peer', 'name', 'lan');
    this.run(router, 'ip', 'link', 'set', 'lan', 'netns', this.#prefix + name);
    this.run(router, 'ip', 'address', 'add', `${home}.1/24`, 'dev', 'in');
    this.run(router, 'ip', 'link', 'set', 'in', 'up');
    this.run(name, 'ip', 'address', 'add', `${home}.2/24`, 'dev', 'lan');
    this.#addresses.set(name, `${home}.2`);
    this.run(name, 'ip', 'link', 'set', 'lan', 'up');
    this.run(name, 'ip', 'route', 'add', 'default', 'via', `${home}.1`);
    this.run(router, 'nft', rules(place, `${home}.2`));
  }

  /** Pulls the cable between a place and its router, or plugs it in again. */
  cable(name: string, isIn: boolean): void {
    this.run(`${name}-router`, 'ip', 'link', 'set', 'in', isIn ? 'up' : 'down');
  }

  /** Gives a device another address, as when it goes from one Wi-Fi to another; old connections are cut. */
  move(name: string): void {
    const now = this.#addresses.get(name) ?? '';
    const next = now.replace(/\.\d+$/, '.77');
    this.run(name, 'ip', 'address', 'del', `${now}/24`, 'dev', 'lan');
    this.run(name, 'ip', 'address', 'add', `${next}/24`, 'dev', 'lan');
    this.run(name, 'ip', 'route', 'replace', 'default', 'via', now.replace(/\.\d+$/, '.1'));
  }

  run(name: string, ...command: string[]): void {
    const how = { encoding: 'utf8' } as const;
    const args = ['netns', 'exec', this.#prefix + name, ...command];
    const { status, stderr } = spawnSync('ip', args, how);
    if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr.trim()}`);
  }

  /** Starts a program in a place. It is killed when the lab closes. */
  start(name: string, command: readonly string[], output: 'ignore' | 'pipe' = 'ignore') {
    const args = ['netns', 'exec', this.#prefix + name, ...command];
    const started = spawn('ip', args, { stdio: ['ignore', output, 'inherit'] });
    this.#running.push(started);
    return started;
  }

  /** A program file that starts another one inside a place. */
  starter(name: string, program: string): string {
    const file = join(this.folder, `${name}-browser`);
    writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${this.#prefix + name} "${program}" "$@"\n`);
    chmodSync(file, 0o755);
    return file;
  }

  async close(): Promise<void> {
    for (const running of this.#running.splice(0)) {
      if (running.exitCode !== null || running.signalCode !== null) continue;
      const gone = once(running, 'exit');
      running.kill('SIGKILL');
      await gone;
    }
    for (const made of this.#made.splice(0)) spawnSync('ip', ['netns', 'delete', made]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #namespace(name: string): void {
    const made = this.#prefix + name;
    const { status, stderr } = spawnSync('ip', ['netns', 'add', made], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`no namespace: ${stderr.trim()}`);
    this.#made.push(made);
    this.run(name, 'ip', 'link', 'set', 'lo', 'up');
    this.run(name, 'sysctl', '-qw', 'net.ipv4.ip_forward=1');
  }

  async #uplink(router: string, outer: string, far: string, { line }: Place): Promise<void> {
    const there = `to-${this.#places}`;
    if (line === undefined) {
      this.run(router, 'ip', 'link', 'add', 'out', 'type', 'veth', 'peer', 'name', there);
      this.run(router, 'ip', 'link', 'set', there, 'netns', `${this.#prefix}public`);
    } else {
      const script = join(import.meta.dirname, 'slow-line.pl');
      const { delay, loss } = line;
      const args = [script, 'out', there, String(delay), String(loss)];
      const perl = this.start(router, ['perl', ...args], 'pipe');
      if (perl.stdout !== null) await once(perl.stdout, 'data');
      this.run(router, 'ip', 'link', 'set', there, 'netns', `${this.#prefix}public`);
    }
    this.run(router, 'ip', 'address', 'add', outer, 'peer', far, 'dev', 'out');
    this.run(router, 'ip', 'link', 'set', 'out', 'up');
    this.run(router, 'ip', 'route', 'add', 'default', 'via', far);
    this.run('public', 'ip', 'address', 'add', far, 'peer', outer, 'dev', there);
    this.run('public', 'ip', 'link', 'set', there, 'up');
  }
}

/** A router as people have one: it translates addresses, and lets nobody in who was not asked. */
function rules({ nat, blocksUdp = false }: Place, host: string): string {
  const way = nat === 'symmetric' ? 'masquerade random,fully-random' : 'masquerade';
  const open = nat === 'full-cone' ? `iifname "out" meta l4proto udp dnat to ${host};` : '';
  const udp = blocksUdp ? 'meta l4proto udp drop;' : '';
  return `table ip router {
    chain before { type nat hook prerouting priority dstnat; ${open} }
    chain after { type nat hook postrouting priority srcnat; oifname "out" ${way}; }
    chain own { type filter hook input priority filter; iifname "out" ct state new drop; }
    chain pass { type filter hook forward priority filter; ${udp} }
  }`;
}
