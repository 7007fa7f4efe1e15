package org.yinxin.embedded;

/** The embedded infrastructure cannot start; the message is one sentence that says what to do. */
public class EmbeddedFailure extends RuntimeException {

    public EmbeddedFailure(String sentence) {
        super(sentence);
    }

    public EmbeddedFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
