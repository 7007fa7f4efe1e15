package org.yinxin.sealing.plan;

/** The size of a page as its reader sees it, turned upright and cropped, in millimetres. */
public record PageSize(double widthMm, double heightMm) {}
