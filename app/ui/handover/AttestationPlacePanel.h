#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

#include <memory>

namespace motcua::ui {

class ActionButton;
class SheetPreview;
class TextLabel;

/// Where on the sheets of the printer that is chosen attestations start: said once for each printer and place, over the scanned page. Owner:
/// HandOverPlace.
class AttestationPlacePanel : public Card {
    Q_OBJECT

public:
    explicit AttestationPlacePanel(counter::Counter& counter, QWidget* parent = nullptr);

    /// Of this dossier's attestation; `prints`: it is printed as soon as it is said.
    void ask(const domain::Dossier& dossier, bool prints);
    bool prints() const { return m_prints; }
    void forget();

signals:
    void placed();
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showScan();
    void place();
    void tell();
    void retranslate();

    counter::Counter& m_counter;
    domain::Dossier m_dossier;
    bool m_prints = false;
    std::unique_ptr<domain::ports::OpenPages> m_scan;
    SheetPreview* m_sheet;
    TextLabel* m_top;
    ActionButton* m_place;
    ActionButton* m_cancel;
};

}
