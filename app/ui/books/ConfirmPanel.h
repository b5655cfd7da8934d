#pragma once

#include "app/ui/widgets/FactGrid.h"

#include <QFrame>

namespace motcua::ui {

class ActionButton;
class Field;
class TextArea;

/// Asks inline before something that cannot be taken back, with the facts it is about. Ctrl+Enter confirms, Esc leaves.
class ConfirmPanel : public QFrame {
    Q_OBJECT

public:
    explicit ConfirmPanel(QWidget* parent = nullptr);

    /// `reason`: what is asked in words besides, without which nothing is confirmed; empty: nothing is.
    void ask(const QString& question, const QString& warning, const std::vector<Fact>& facts, const QString& button, const QString& reason = {});
    /// The same question, as things stand by now. `ready` false: it cannot be confirmed yet, and nothing is asked in words.
    void say(const QString& warning, const std::vector<Fact>& facts, bool ready);

signals:
    void confirmed(const QString& reason);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void confirm();
    void leave();

    TextLabel* m_question;
    TextLabel* m_warning;
    FactGrid* m_facts;
    TextArea* m_reason;
    Field* m_reasonField;
    bool m_asksWhy = false;
    bool m_isReady = true;
    ActionButton* m_confirm;
    ActionButton* m_leave;
};

}
