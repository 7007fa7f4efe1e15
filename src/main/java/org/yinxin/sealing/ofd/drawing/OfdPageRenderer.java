package org.yinxin.sealing.ofd.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BiFunction;
import javax.imageio.ImageIO;
import org.yinxin.sealing.ofd.OfdBox;
import org.yinxin.sealing.ofd.OfdLimits;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPage;
import org.yinxin.sealing.ofd.OfdRefusal;
import org.yinxin.sealing.ofd.OfdRefusedException;

/** Draws pages of OFD documents as PNG pictures, bounded in size, in time and in what a page may ask for. */
public final class OfdPageRenderer {

    private static final int MAX_SIDE = 2_000;

    private final OfdLimits limits;
    private final Duration patience;

    public OfdPageRenderer(OfdLimits limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
    }

    /**
     * @param page counted from 1
     * @param widthPixels of the picture; its height follows the page
     * @throws OfdRefusedException when the file is refused or there is no such page
     * @throws TooCostlyException when the page asks for more than drawing may cost
     */
    public byte[] png(byte[] file, int page, int widthPixels) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(1 << 16);
        try {
            ImageIO.write(picture(file, page, widthPixels), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** The words of a page in the order of reading, with the same bounds. */
    public String words(byte[] file, int page) {
        return on(file, page, (book, chosen) -> PageWords.of(book, chosen, budget()));
    }

    BufferedImage picture(byte[] file, int page, int widthPixels) {
        return on(file, page, (book, chosen) -> draw(book, chosen, widthPixels));
    }

    private Budget budget() {
        return new Budget(System.nanoTime() + patience.toNanos());
    }

    private <T> T on(byte[] file, int page, BiFunction<Book, OfdPage, T> work) {
        try {
            Book book = new Book(OfdPackage.read(file, limits));
            if (page < 1 || page > book.pages().size()) {
                throw new OfdRefusedException(OfdRefusal.NO_PAGES);
            }
            return work.apply(book, book.pages().get(page - 1));
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new TooCostlyException();
        }
    }

    private BufferedImage draw(Book book, OfdPage page, int widthPixels) {
        OfdBox area = book.area(page);
        if (area.width() <= 0 || area.height() <= 0) {
            throw new OfdRefusedException(OfdRefusal.DOCUMENT_BROKEN, page.path());
        }
        double dotsPerMm = Math.min(widthPixels / area.width(), MAX_SIDE / Math.max(area.width(), area.height()));
        int width = (int) Math.max(1, Math.round(area.width() * dotsPerMm));
        int height = (int) Math.max(1, Math.round(area.height() * dotsPerMm));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = picture.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, width, height);
        paper.dispose();
        Sheet sheet = Sheet.on(picture, dotsPerMm, budget());
        PageDrawer.draw(book, page, sheet, 0);
        sheet.close();
        return picture;
    }
}
