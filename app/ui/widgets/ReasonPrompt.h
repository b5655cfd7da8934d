#pragma once

#include <QFrame>

namespace motcua::ui {

class ActionButton;
class Field;
class TextArea;
class TextLabel;

/// An inline panel that asks for a reason before something that needs one. Ctrl+Enter gives it, Esc takes back.
class ReasonPrompt : public QFrame {
    Q_OBJECT

public:
    explicit ReasonPrompt(QWidget* parent = nullptr);

    /// Opens with a question, the words of the button, and phrases offered for one key press each.
    void ask(const QString& question, const QString& button, const QStringList& phrases = {});
    QString reason() const;
    void setReason(const QString& reason);

signals:
    /// Never empty.
    void given(const QString& reason);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void give();
    void takeBack();
    void retranslate();
    void setPhrases(const QStringList& phrases);

    TextLabel* m_question;
    TextArea* m_text;
    Field* m_field;
    QWidget* m_phrases;
    ActionButton* m_give;
    ActionButton* m_cancel;
};

}
