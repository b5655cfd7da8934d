#pragma once

#include <QFrame>

namespace motcua::counter {
class Jotter;
}

namespace motcua::ui {

class ActionButton;
class Field;
class TextArea;
class TextLabel;

/// An inline panel that asks for a reason before something that needs one. Ctrl+Enter gives it, Esc takes back. What is written is
/// kept until settle() says that it is on record: the same question later finds it again.
class ReasonPrompt : public QFrame {
    Q_OBJECT

public:
    /// `jotter` outlives it.
    explicit ReasonPrompt(counter::Jotter& jotter, QWidget* parent = nullptr);

    /// Opens with a question, the words of the button, and phrases offered for one key press each. `subject` tells what the
    /// reason is about.
    void ask(const QString& subject, const QString& question, const QString& button, const QStringList& phrases = {});
    /// What is asked for when it is no reason; set it on each change of language.
    void setLabel(const QString& label);
    /// The reason given last is on record.
    void settle();
    QString reason() const;

signals:
    /// Never empty.
    void given(const QString& reason);
    /// What is written is another.
    void changed();
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

    counter::Jotter& m_jotter;
    QString m_subject;
    QString m_label;
    TextLabel* m_question;
    TextArea* m_text;
    Field* m_field;
    QWidget* m_phrases;
    ActionButton* m_give;
    ActionButton* m_cancel;
};

}
