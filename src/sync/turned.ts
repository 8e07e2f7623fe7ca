/** The parts of WebRTC's statistics that tell which way a channel takes. */
interface Report {
  readonly type?: unknown;
  readonly selectedCandidatePairId?: unknown;
  readonly localCandidateId?: unknown;
  readonly remoteCandidateId?: unknown;
  readonly candidateType?: unknown;
}

/** Whether a TURN server carries this connection, on either side. False while no way has been chosen. */
export async function isTurned(connection: RTCPeerConnection): Promise<boolean> {
  const stats = await connection.getStats();
  const find = (id: unknown): Report => (typeof id === 'string' ? stats.get(id) : null) ?? {};
  const ways: unknown[] = [];
  stats.forEach((report: Report) => {
    if (report.type === 'transport') ways.push(report.selectedCandidatePairId);
  });
  return ways.some((way) => {
    const { localCandidateId, remoteCandidateId } = find(way);
    return [localCandidateId, remoteCandidateId].some((id) => find(id).candidateType === 'relay');
  });
}
