#pragma once

#include <QImage>
#include <QWidget>

namespace motcua::ui {

/// An A4 sheet with a scanned page on it and, over that, the attestation where it would be printed; at the left a ruler in millimetres. Up and Down
/// move the attestation by one, Page Up and Page Down by ten. Owner: AttestationPlacePanel.
class SheetPreview : public QWidget {
    Q_OBJECT

public:
    explicit SheetPreview(QWidget* parent = nullptr);

    /// What lies under it; null: an empty sheet.
    void setScan(const QImage& scan);
    /// Our own paper with its attestation at `top` mm, just made; empty: there is none.
    void setPaper(const QByteArray& pdf, int top);
    /// Where the attestation starts, mm from the upper edge.
    void setTop(int top);
    int top() const { return m_top; }
    /// mm of the sheet that are left below the attestation; negative: it goes on over the edge.
    int room() const;
    QSize minimumSizeHint() const override;

signals:
    void topChanged(int top);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect sheet() const;
    double dotsAMillimetre() const;
    void drawPaper();
    void paintRuler(QPainter& painter) const;

    QImage m_scan;
    QByteArray m_pdf;
    QImage m_paper; ///< see-through where nothing is printed
    int m_paperTop = 0;
    int m_paperEnd = 0; ///< mm, the last line of it
    int m_top;
};

}
