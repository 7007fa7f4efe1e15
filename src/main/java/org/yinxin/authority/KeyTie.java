package org.yinxin.authority;

/**
 * Something that hangs on a key, and keeps it from being removed.
 *
 * @param name what it is in the reader's own records, such as a seal's number
 * @param words key of the message that says what hangs there; {0} is the name
 * @param address the page where it can be seen
 */
public record KeyTie(String name, String words, String address) {}
