package org.yinxin.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.multipart.MultipartFile;

/** Files that come with a form. */
public final class Uploads {

    private Uploads() {}

    /** The whole file; whoever asks has looked at its size. */
    public static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
