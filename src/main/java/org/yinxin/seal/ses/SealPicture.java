package org.yinxin.seal.ses;

/**
 * The picture in a seal (SES_ESPictureInfo).
 *
 * @param type what the maker wrote: {@code png}, {@code PNG}, {@code GIF} and {@code ofd} have been met
 * @param widthMm width in whole millimetres
 * @param heightMm height in whole millimetres
 */
public record SealPicture(String type, byte[] data, int widthMm, int heightMm) {}
