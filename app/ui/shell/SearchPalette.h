#pragma once

#include "app/counter/DossierDesk.h"
#include "app/ui/shell/Overlay.h"

#include <QTimer>

namespace motcua::ui {

class DossierList;
class TextEdit;

/// Ctrl+K: finds any dossier on this machine as the words are typed; Up and Down choose, Enter opens.
class SearchPalette : public Overlay {
    Q_OBJECT

public:
    SearchPalette(counter::DossierDesk& dossiers, const counter::Desk& desk, QWidget* parent);

    void open() override;

signals:
    void chosen(motcua::domain::DossierId dossier);

protected:
    QRect panelArea() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search();
    void choose();
    void retranslate();

    counter::DossierDesk& m_dossiers;
    TextEdit* m_query;
    DossierList* m_table;
    QTimer m_wait;
};

}
