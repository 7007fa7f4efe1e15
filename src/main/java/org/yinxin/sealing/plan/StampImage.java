package org.yinxin.sealing.plan;

/** The imprint to be stamped: a PNG of one ink on a transparent ground, and the size it has on paper. */
public record StampImage(byte[] png, double widthMm, double heightMm) {}
