package org.yinxin.register.imports;

import java.util.Set;

/** Where an import stands, with the one table of how it may go on. */
public enum ImportStatus {
    /** Read and shown, waiting for the officer's word. */
    UPLOADED,
    /** Confirmed, waiting for its turn. */
    WAITING,
    /** Being checked and taken, in one transaction. */
    RUNNING,
    /** Taken. */
    FINISHED,
    /** Not taken, because all rows had to be good and some were not. */
    REFUSED,
    /** The process that ran it ended; nothing of the file was taken. */
    INTERRUPTED,
    /** Something broke; nothing of the file was taken. */
    FAILED,
    /** Put aside by the officer before it began. */
    DISCARDED;

    /** The states that may follow this one. */
    public Set<ImportStatus> next() {
        return switch (this) {
            case UPLOADED -> Set.of(WAITING, DISCARDED);
            case WAITING -> Set.of(RUNNING);
            case RUNNING -> Set.of(FINISHED, REFUSED, INTERRUPTED, FAILED);
            case INTERRUPTED, FAILED -> Set.of(WAITING, DISCARDED);
            case FINISHED, REFUSED, DISCARDED -> Set.of();
        };
    }

    /** Whether the page of the import moves by itself. */
    public boolean isMoving() {
        return this == WAITING || this == RUNNING;
    }

    /** Whether the import may be started again as it is. */
    public boolean isRepeatable() {
        return this == INTERRUPTED || this == FAILED;
    }
}
