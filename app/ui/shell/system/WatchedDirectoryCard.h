#pragma once

#include "app/ui/widgets/Card.h"

class QLineEdit;

namespace motcua::base {
struct Error;
}
namespace motcua::counter {
class Inbox;
}

namespace motcua::ui {

class ActionButton;
class Field;
class TextLabel;

/// Which directory a copier or a phone puts files into for the open intake; none is the rule. Owner: SystemPlace.
class WatchedDirectoryCard : public Card {
    Q_OBJECT

public:
    WatchedDirectoryCard(counter::Inbox& inbox, QWidget* parent);

    /// What one user was told is not the next one's affair; the folder that is missing is told again.
    void forget();

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void setDossier(const QString& path);
    void tell(const QString& name, const base::Error& error);
    void showDossier();
    void retranslate();

    counter::Inbox& m_inbox;
    TextLabel* m_about;
    QLineEdit* m_path;
    Field* m_field;
    ActionButton* m_choose;
    ActionButton* m_clear;
};

}
