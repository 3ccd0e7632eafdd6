namespace Rahdari.Documents.AdvanceInformation;

/// <summary>Tags as numbers, for a switch over what is read.</summary>
internal static class Tags
{
    public const int ABI = ('A' << 16) | ('B' << 8) | 'I';
    public const int ADD = ('A' << 16) | ('D' << 8) | 'D';
    public const int ATT = ('A' << 16) | ('T' << 8) | 'T';
    public const int BGM = ('B' << 16) | ('G' << 8) | 'M';
    public const int CNT = ('C' << 16) | ('N' << 8) | 'T';
    public const int DAT = ('D' << 16) | ('A' << 8) | 'T';
    public const int DOC = ('D' << 16) | ('O' << 8) | 'C';
    public const int DTM = ('D' << 16) | ('T' << 8) | 'M';
    public const int EQN = ('E' << 16) | ('Q' << 8) | 'N';
    public const int ERC = ('E' << 16) | ('R' << 8) | 'C';
    public const int ERP = ('E' << 16) | ('R' << 8) | 'P';
    public const int FOP = ('F' << 16) | ('O' << 8) | 'P';
    public const int FTX = ('F' << 16) | ('T' << 8) | 'X';
    public const int LOC = ('L' << 16) | ('O' << 8) | 'C';
    public const int MON = ('M' << 16) | ('O' << 8) | 'N';
    public const int MSG = ('M' << 16) | ('S' << 8) | 'G';
    public const int NAD = ('N' << 16) | ('A' << 8) | 'D';
    public const int NAT = ('N' << 16) | ('A' << 8) | 'T';
    public const int ORG = ('O' << 16) | ('R' << 8) | 'G';
    public const int RCI = ('R' << 16) | ('C' << 8) | 'I';
    public const int REF = ('R' << 16) | ('E' << 8) | 'F';
    public const int RFF = ('R' << 16) | ('F' << 8) | 'F';
    public const int SRC = ('S' << 16) | ('R' << 8) | 'C';
    public const int SSR = ('S' << 16) | ('S' << 8) | 'R';
    public const int TBD = ('T' << 16) | ('B' << 8) | 'D';
    public const int TDT = ('T' << 16) | ('D' << 8) | 'T';
    public const int TIF = ('T' << 16) | ('I' << 8) | 'F';
    public const int TVL = ('T' << 16) | ('V' << 8) | 'L';
    public const int UNH = ('U' << 16) | ('N' << 8) | 'H';
    public const int UNT = ('U' << 16) | ('N' << 8) | 'T';
}
