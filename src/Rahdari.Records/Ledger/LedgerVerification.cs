namespace Rahdari.Records.Ledger;

/// <summary>The result of walking a chain.</summary>
/// <param name="Node">The node.</param>
/// <param name="Checked">Entries walked.</param>
/// <param name="Head">The last sequence, or 0.</param>
/// <param name="HeadHash">Its hash in hexadecimal, or null. Kept elsewhere, it proves later that the end was not cut off.</param>
/// <param name="Faults">Everything wrong; empty where the chain is whole.</param>
public sealed record LedgerVerification(string Node, long Checked, long Head, string? HeadHash, IReadOnlyList<LedgerFault> Faults);

/// <summary>Something wrong with a chain or with a table that repeats it.</summary>
/// <param name="Code"><c>RECORD_CHANGED</c>, <c>RECORD_DELETED</c>, <c>RECORD_INSERTED</c>, <c>RECORD_REORDERED</c>, <c>ROW_CHANGED</c>, <c>ROW_DELETED</c>, <c>ROW_INSERTED</c>, <c>CHAIN_UNKNOWN</c>, <c>HEAD_CHANGED</c>, <c>HEAD_DELETED</c>, <c>END_CUT_OFF</c>, <c>ANCHOR_INVALID</c>.</param>
/// <param name="Sequence">Where in the chain; null for a row that the chain does not know.</param>
/// <param name="Id">The record's id, or null where it is gone.</param>
/// <param name="Kind">The kind of record, or null.</param>
/// <param name="Detail">One plain sentence.</param>
public sealed record LedgerFault(string Code, long? Sequence, Guid? Id, string? Kind, string Detail);
