#pragma once

#include <QWidget>

namespace motcua::ui {

/// A key as it looks on the keyboard: a small framed word.
class KeyHint : public QWidget {
    Q_OBJECT

public:
    explicit KeyHint(const QString& key, QWidget* parent = nullptr);

    void setKey(const QString& key);
    QSize sizeHint() const override;

    /// For widgets that paint a key inside themselves.
    static int widthOf(const QString& key);
    static void paint(QPainter* painter, const QRect& area, const QString& key, const QColor& ink);
    /// The same without the frame, where it stands below words.
    static int wordsWidthOf(const QString& key);
    static int wordsHeight();
    static void paintWords(QPainter* painter, const QRect& area, const QString& key, const QColor& ink);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

}
