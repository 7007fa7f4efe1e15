package org.yinxin.sealing.pdf.verification;

/**
 * A page that a later revision changed, added, took away or moved.
 *
 * @param before its number in what was signed, from 1; 0 when it was not there
 * @param now its number in the present file, from 1; 0 when it is gone
 */
public record ChangedPage(int before, int now) {}
