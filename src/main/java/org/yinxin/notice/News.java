package org.yinxin.notice;

import java.util.List;

/**
 * What there is to tell.
 *
 * @param words the key of its message, so that everybody reads it in their own language
 * @param details the message's arguments: names, as they were when it happened
 * @param address of the page where it can be seen and acted upon
 */
public record News(String words, List<String> details, String address) {

    public News {
        details = List.copyOf(details);
    }

    public Object[] arguments() {
        return details.toArray();
    }
}
