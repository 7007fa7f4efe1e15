package org.yinxin.verification.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentFilesTest {

    private final RecentFiles files = new RecentFiles(100);
    private final AtomicInteger reads = new AtomicInteger();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void aFileIsReadOnceWhileItIsLeafedThrough() {
        assertThat(read(first, 60)).isSameAs(read(first, 60));
        assertThat(reads).hasValue(1);
    }

    @Test
    void whatWasNotAskedForLongestMakesRoom() {
        read(first, 60);
        read(second, 60);
        read(second, 60);
        read(first, 60);
        assertThat(reads).hasValue(3);
    }

    @Test
    void aFileBeyondTheBoundIsNotHeldAtAll() {
        read(first, 101);
        read(first, 101);
        assertThat(reads).hasValue(2);
    }

    @Test
    void whatIsForgottenIsReadAgain() {
        read(first, 10);
        read(second, 10);
        files.forget(first);
        read(first, 10);
        files.forgetAll();
        read(second, 10);
        read(second, 95);
        assertThat(reads).hasValue(4);
    }

    private byte[] read(UUID id, int length) {
        return files.get(id, () -> {
            reads.incrementAndGet();
            return new byte[length];
        });
    }
}
