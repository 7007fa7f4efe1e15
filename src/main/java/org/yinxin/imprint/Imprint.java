package org.yinxin.imprint;

/** An imprint, drawn or from a scan, at its true size: an SVG document in millimetres and a transparent PNG at 300 dots per inch. */
public final class Imprint {

    private final String svg;
    private final byte[] png;
    private final double widthMm;
    private final double heightMm;

    public Imprint(String svg, byte[] png, double widthMm, double heightMm) {
        this.svg = svg;
        this.png = png;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    public String svg() {
        return svg;
    }

    public byte[] png() {
        return png.clone();
    }

    public double widthMm() {
        return widthMm;
    }

    public double heightMm() {
        return heightMm;
    }
}
