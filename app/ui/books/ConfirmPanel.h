#pragma once

#include "app/ui/widgets/FactGrid.h"

#include <QFrame>

namespace motcua::ui {

class ActionButton;

/// Asks inline before something that cannot be taken back, with the facts it is about. Ctrl+Enter confirms, Esc leaves.
class ConfirmPanel : public QFrame {
    Q_OBJECT

public:
    explicit ConfirmPanel(QWidget* parent = nullptr);

    void ask(const QString& question, const QString& warning, const std::vector<Fact>& facts, const QString& button);

signals:
    void confirmed();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void leave();

    TextLabel* m_question;
    TextLabel* m_warning;
    FactGrid* m_facts;
    ActionButton* m_confirm;
    ActionButton* m_leave;
};

}
