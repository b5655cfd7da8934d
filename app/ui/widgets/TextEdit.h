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

signals:
    void committed(const QString& value);

private:
    void commit();

    QString m_committed;
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
