#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>

namespace motcua::ui {

/// A line of text. What it hands out is NFC without blanks at the ends; committed() comes when the editing has ended with a
/// value that differs from the last one, so that input methods are never disturbed while composing.
class TextEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit TextEdit(QWidget* parent = nullptr);

    /// NFC, trimmed, ð and Ð mapped to đ and Đ.
    QString value() const;
    void setValue(const QString& value);
    /// Instead of setPlaceholderText(): where the line is too narrow for the whole the shorter words stand in it, and the whole is in the tool tip;
    /// a screen reader always has the whole.
    void setHint(const QString& whole, const QString& shorter);

signals:
    void committed(const QString& value);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void commit();
    void fitHint();

    QString m_committed;
    QString m_hint;
    QString m_shorterHint;
};

/// Several lines of text, with the same promise.
class TextArea : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TextArea(QWidget* parent = nullptr);

    QString value() const;
    void setValue(const QString& value);

signals:
    void committed(const QString& value);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_committed;
};

/// What typing, paste and scanners may bring, made NFC.
QString normalised(const QString& text);

}
