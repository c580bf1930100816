namespace DefenseTies.Stores;

/// <summary>A store could not do what was asked. The message says what to do about it.</summary>
public sealed class GraphStoreException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What went wrong and what to do.</param>
    /// <param name="isTransient">True when the same call may succeed later (a lock, a lost connection).</param>
    /// <param name="innerException">The driver's own exception.</param>
    public GraphStoreException(string message, bool isTransient = false, Exception? innerException = null)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>True when the same call may succeed later.</summary>
    public bool IsTransient { get; }
}
