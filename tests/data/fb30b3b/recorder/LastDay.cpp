// Wednesday 31 December 2025: supplements, other fees, two hats, a late citizen.

#include "Must.h"
#include "Pages.h"
#include "Story.h"

#include <algorithm>

namespace motcua::recorder {

using counter::Finish;
using domain::PaymentMethod;

void Story::lastDayOfTheYear() {
    m_clock.set(QDate(2025, 12, 31), QTime(8, 0));
    supplements();
    otherFees();
    twoHats();
    atBothDesks();
    m_desk.waitUntilConfirmed();
    m_supervisor.waitUntilConfirmed();
}

void Story::supplements() {
    step();
    must(intake().continueFolder(m_lam), "a folder is not gone on with");
    const auto papers = intake().form().papers;
    for (size_t i = 0; i < papers.size(); ++i)
        intake().setPaper(static_cast<int>(i), domain::PaperKind::Original, 1);
    intake().setTypedFee(0);
    must(intake().take(tinyPage(++m_page)), "a page is not kept");
    receive();
    approveHere({m_lam});
    finish(m_lam, {PaymentMethod::Cash, {}, true, 5, {}, true});
    remember("lam", m_lam, "form 02 at intake, continued the next day, received without a fee, handed over, closed");

    const Id nam = receiveCopy(QStringLiteral("Tạ Văn Nam"), "Nam", QStringLiteral("Hợp đồng lao động"), 6, 1);
    askSupplement(nam, QStringLiteral("Bản sao giấy ủy quyền"));
    m_clock.pass(3600);
    bringPaper(nam, QStringLiteral("Bản sao giấy ủy quyền"), tinyPdf());
    must(m_desk.counter().supplements().giveBack(), "a supplement is not given back");
    approveThere(nam);
    attest(nam);
    finish(nam, {PaymentMethod::Portal, {}, true, 1, {}, true});
    remember("nam", nam,
        "form 02 during processing, a PDF brought an hour later, approved at the supervisor's desk, paid at the "
        "portal, closed");

    m_oanh = receiveCopy(QStringLiteral("Hồ Thị Oanh"), "Nữ", QStringLiteral("Giấy đăng ký kết hôn"), 2, 3);
    askSupplement(m_oanh, QStringLiteral("Bản sao giấy ủy quyền"));
    remember("oanh", m_oanh, "form 02 during processing; a supplement draft holds a paper with one page");
}

void Story::otherFees() {
    readCard(QStringLiteral("Chu Thị Thảo"), "Nữ");
    fillCopy(QStringLiteral("2.000942"), QStringLiteral("Hợp đồng tặng cho quyền sử dụng đất"), 5, 2);
    const Id thao = receive();
    readCard(QStringLiteral("Kiều Thị Uyên"), "Nữ");
    fillCopy(QStringLiteral("2.000815"), QStringLiteral("Giấy chứng nhận thương binh"), 2, 1);
    intake().setExemption(QStringLiteral("Người có công với cách mạng"));
    const Id uyen = receive();
    readCard(QStringLiteral("Quách Thị Trang"), "Nữ");
    fillGeneral(QStringLiteral("2.000635"));
    const Id trang = receive();
    const Id vinh = receiveCopy(QStringLiteral("La Văn Vinh"), "Nam", QStringLiteral("Giấy khai sinh"), 1, 1);
    approveHere({thao, uyen, trang, vinh});
    attest(uyen);
    finish(uyen, {PaymentMethod::Cash, {}, true, 5, {}, true});
    attest(vinh);
    step();
    must(m_desk.counter().handOver().collectFee(vinh, PaymentMethod::Cash), "a fee is not taken");
    m_desk.waitForPaper();
    step();
    must(m_desk.counter().handOver().handOver(vinh, QStringLiteral("La Văn Vinh"), true), "a result is not handed over");
    remember("thao", thao, "2.000942, two copies of a certified transaction; approved, not printed");
    remember("uyen", uyen, "a certified copy without a fee on a ground of exemption; closed");
    remember("trang", trang, "a fee per copy (2.000635); approved, unpaid");
    remember("vinh", vinh, "paid and handed over by single steps; not rated, not closed");
}

/// The province closes the technician's account and lets Hương decide on what she received herself; both desks hear of
/// it by the feed.
void Story::twoHats() {
    // What is still on its way would pass a command: where each stands in the feed must be the same when it is played.
    for (Desk* desk : {&m_desk, &m_supervisor})
        desk->waitUntilConfirmed();
    for (const char* words : {"change-account --unit H49.30 --login huong.vt --roles clerk,supervisor",
             "deactivate-account --unit H49.30 --login duc.pv", "configure --unit H49.30 --set twoHatAllowed=true"}) {
        const QStringList command = QString::fromLatin1(words).split(QLatin1Char(' '));
        m_line.noteCommand(command);
        m_province.command(command);
    }
    for (Desk* desk : {&m_desk, &m_supervisor})
        waitUntil(
            [&] {
                const auto& accounts = desk->counter().archive().accounts();
                const bool heard = std::any_of(accounts.begin(), accounts.end(), [](const domain::Account& account) {
                    return account.login == QLatin1String("huong.vt") && account.may(domain::Role::Supervisor);
                });
                return heard && desk->counter().archive().settings().twoHatAllowed;
            },
            "the province's change does not arrive");
    m_desk.addUser(QStringLiteral("huong.vt"));
    m_desk.sit(QStringLiteral("huong.vt"));
    const Id xuan = receiveCopy(QStringLiteral("Tô Thị Xuân"), "Nữ", QStringLiteral("Bằng lái xe"), 2, 1);
    step();
    must(m_desk.counter().approval().approve(xuan), "a dossier is not approved with two hats");
    m_desk.sit(QStringLiteral("lan.nt"));
    remember("xuan", xuan, "received and approved by the same person under the unit's two-hat rule; not printed");
}

void Story::atBothDesks() {
    m_clock.set(QDate(2025, 12, 31), QTime(15, 20));
    const Id yen = receiveCopy(QStringLiteral("Cao Thị Yến"), "Nữ", QStringLiteral("Sổ đỏ"), 4, 1);
    remember("yen", yen, "received after 15:00, due on the next working day; in the tray at the desk");
    const Id zung = receiveCopy(QStringLiteral("Âu Văn Dũng"), "Nam", QStringLiteral("Bằng thạc sĩ"), 1, 4);
    claim(zung);
    step();
    must(m_supervisor.counter().folders().addNote(zung, QStringLiteral("Chờ đối chiếu bản chính")), "a note is not kept");
    remember("zung", zung, "claimed by the supervisor's desk, lies there undecided, with a note");
}

}
