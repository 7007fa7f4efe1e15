package org.yinxin.sealing.plan;

/** Where a searched word stands on a page, in millimetres from the upper left corner of the page as seen. */
public record TextHit(int page, double leftMm, double topMm, double widthMm, double heightMm) {}
