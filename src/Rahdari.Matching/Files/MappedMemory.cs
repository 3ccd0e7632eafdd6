using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Rahdari.Matching.Files;

/// <summary>An array in a mapped file. The mapping stands while anything of it is held: whoever reads a span of it must hold this, or what holds it, until done.</summary>
internal sealed unsafe class MappedMemory<T>(SafeMemoryMappedViewHandle view, long offset, int length) : MemoryManager<T>
    where T : unmanaged
{
    private readonly T* first = (T*)(view.DangerousGetHandle() + (nint)offset);

    // Unmapped by its own finalizer, once nobody holds it any more.
    private readonly SafeMemoryMappedViewHandle held = view;

    public override Span<T> GetSpan() => new(first, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(first + elementIndex, pinnable: this);

    public override void Unpin() => GC.KeepAlive(held);

    protected override void Dispose(bool disposing)
    {
    }
}
