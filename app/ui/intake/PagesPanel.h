#pragma once

#include "app/ui/widgets/Card.h"

class QProgressBar;

namespace motcua::base {
struct Error;
}
namespace motcua::counter {
class Intake;
class Scanning;
}

namespace motcua::ui {

class ActionButton;
class PageViewer;
class TextLabel;

/// The scanned pages of the paper that is selected in the checklist, and the running scan with its pages and a way to stop it.
/// Owner: IntakePlace.
class PagesPanel : public Card {
    Q_OBJECT

public:
    PagesPanel(counter::Intake& intake, counter::Scanning& scanning, QWidget* parent = nullptr);

    void refresh();
    /// Shows the last page of the current paper.
    void showLast();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showProgress();
    void removeShown();

    counter::Intake& m_intake;
    counter::Scanning& m_scanning;
    PageViewer* m_viewer;
    QWidget* m_running;
    QProgressBar* m_bar;
    TextLabel* m_count;
    ActionButton* m_stop;
    ActionButton* m_remove;
};

}
