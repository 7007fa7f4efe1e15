package org.yinxin.seal.ses;

/**
 * One piece of data that a maker added to a seal or a signature (ExtData).
 *
 * @param oid what it is
 * @param critical whether a reader that does not know it should refuse the whole
 */
public record SealExtension(String oid, boolean critical, byte[] value) {}
