package org.yinxin.sealing.plan;

import java.util.List;

/** Finds a word in the text of a document of one kind. */
public interface TextFinder {

    /** Every occurrence in the order of reading; empty when there is none, or the pages are pictures without text. */
    List<TextHit> find(byte[] file, String word);
}
