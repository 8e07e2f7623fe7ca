import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const COOKIE = 0x2112a442;
const XOR_MAPPED_ADDRESS = 0x0020;
const HEADER = 20;

export interface Stun {
  readonly port: number;
  close(): Promise<void>;
}

/** The least that browsers ask of a STUN server: it tells from which address and port they were heard. */
export async function openStun(host: string, port = 0): Promise<Stun> {
  const socket = createSocket('udp4');
  socket.on('message', (asked, { address, port: from }) => {
    if (asked.length < HEADER || asked.readUInt16BE(0) !== BINDING_REQUEST) return;
    socket.send(answer(asked.subarray(4, HEADER), address, from), from, address);
  });
  socket.bind(port, host);
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answer(transaction: Buffer, address: string, port: number): Buffer {
  const bytes = Buffer.alloc(HEADER + 12);
  bytes.writeUInt16BE(BINDING_SUCCESS, 0);
  bytes.writeUInt16BE(12, 2);
  transaction.copy(bytes, 4);
  bytes.writeUInt16BE(XOR_MAPPED_ADDRESS, HEADER);
  bytes.writeUInt16BE(8, HEADER + 2);
  bytes.writeUInt8(1, HEADER + 5);
  bytes.writeUInt16BE(port ^ (COOKIE >>> 16), HEADER + 6);
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  bytes.writeUInt32BE((number ^ COOKIE) >>> 0, HEADER + 8);
  return bytes;
}
