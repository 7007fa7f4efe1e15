package org.yinxin.sealing.ofd;

/**
 * A page as the document lists it.
 *
 * @param number from 1
 * @param id by which annotations and imprints refer to it
 * @param path of its content
 */
public record OfdPage(int number, String id, String path) {}
