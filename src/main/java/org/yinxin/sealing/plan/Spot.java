package org.yinxin.sealing.plan;

/** Where something shows on a page, counted from 1, in millimetres from the page's upper left corner as seen. */
public record Spot(int page, double leftMm, double topMm, double widthMm, double heightMm) {}
