#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

#include <optional>

namespace motcua::ui {

class PdfPreview;
class TextLabel;

/// The attestation that an approval would lead to, as it would be printed here: with the number that would be taken by now, its book, the date, and
/// whoever would sign. It is made beside the screen's work, and anew only when another one would come out. Owner: OpenDossier.
class AttestationPane : public Card {
    Q_OBJECT

public:
    explicit AttestationPane(counter::Counter& counter, QWidget* parent = nullptr);

    /// `ahead`: what would be approved before it by the same key. Null shows nothing.
    void look(const domain::Dossier& dossier, const std::vector<domain::DossierId>& ahead);
    /// Whether such a dossier ends in an attestation, whether or not it can be shown.
    bool hasPlace() const { return m_hasPlace; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void prepare();
    void prepared(const base::Result<QByteArray>& pdf);
    void tell(const domain::Dossier& foreseen);
    void tellWhyNot(const base::Error& error);
    void retranslate();

    counter::Counter& m_counter;
    domain::Dossier m_dossier;
    std::vector<domain::DossierId> m_ahead;
    std::optional<counter::PaperToSee> m_paper; ///< nothing: it cannot be approved now
    bool m_hasPlace = false;
    bool m_isShown = false;     ///< the preview is of m_paper
    bool m_isPreparing = false; ///< one at a time
    bool m_isOutdated = false;
    TextLabel* m_number;
    TextLabel* m_words;
    TextLabel* m_signer;
    PdfPreview* m_preview;
};

}
